-- One index for each question: of two over the same rows the planner, while the tables are still empty, may read one from end to end.

-- Unclosed alerts are found by alerts_matter.
drop index alerts_unclosed;

-- Only the desk reads its channels from here.
drop index messages_stream;
create index messages_stream on messages (channel, seq) where role = 'card' and platform = 'desk';

-- What is posted has a reference; what is not need not be found by one.
drop index messages_reference;
create index messages_reference on messages (platform, reference) where role = 'card' and reference is not null;
