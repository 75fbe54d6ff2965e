import type { DeskChannel } from '../../../use-cases/read-desk.js';
import { writeAddress } from '../address.js';
import type { Screen } from '../screen.js';
import { Mark } from './mark.js';
import { PRESS_FORM } from './buttons.js';

/** The quiet column at the left: where one can go, and how much waits there. */
export function Rail({ screen }: { screen: Screen }) {
  const { frame, address } = screen;
  const at = (path: string) => address.path === path;
  return (
    <header class="rail">
      <a class="brand" href="/">
        <Mark />
        Earshot
      </a>
      <nav id="rail-nav" data-keep="block" aria-label="Desk">
        <ul>
          <Entry href="/alerts" name="All alerts" count={frame.open} said="open" here={at('/alerts')} />
          <Entry href="/mine" name="Mine" count={frame.mine} said="yours" here={at('/mine')} />
        </ul>
        {frame.channels.length > 0 && (
          <>
            <h2>Channels</h2>
            <ul>
              {frame.channels.map((channel) => (
                <Channel channel={channel} here={at(channelPath(channel.name))} />
              ))}
            </ul>
          </>
        )}
        <ul class="apart">
          <Entry href="/customers" name="Customers" here={/^\/customers(?:\/|$)/u.test(address.path)} />
          <Entry href="/post-mortems" name="Post-mortems" here={address.path.startsWith('/post-mortems')} />
          <Entry href="/themes" name="Themes" here={at('/themes')} />
          <Entry href="/heard" name="Heard" here={at('/heard')} />
          <Entry href="/sources" name="Sources" here={at('/sources')} />
          <Entry
            href="/delivery"
            name="Delivery"
            count={frame.troubles}
            said="to mend"
            urgent={true}
            here={at('/delivery')}
          />
        </ul>
      </nav>
      <div class="rail-foot" id="rail-foot" data-keep="block">
        <button
          type="submit"
          class="button quiet report-voice"
          form={PRESS_FORM}
          formaction="/command"
          name="line"
          value="/cx-report"
          id="report-voice"
          title="Tell what you heard a customer say"
        >
          Report a voice
        </button>
        {screen.canSendSample && (
          <button
            type="submit"
            class="button quiet sample"
            form={PRESS_FORM}
            formaction="/sample"
            id="send-sample"
            title="Sends one more invented customer through the real webhook"
          >
            Send a sample voice
          </button>
        )}
        <button
          type="button"
          class="button quiet sample with-script"
          data-opens="keys"
          aria-haspopup="dialog"
        >
          Keys
        </button>
        <Reader screen={screen} />
      </div>
    </header>
  );
}

function channelPath(name: string): string {
  return `/channels/${encodeURIComponent(name)}`;
}

export function channelTitle(name: string): string {
  return name.replace(/^#/u, '');
}

interface EntryShown {
  readonly href: string;
  readonly name: string;
  readonly count?: number;
  /** What the count counts, for those who hear it. */
  readonly said?: string;
  readonly urgent?: boolean;
  readonly here: boolean;
}

function Entry({ href, name, count = 0, said, urgent = false, here }: EntryShown) {
  return (
    <li>
      <a href={href} aria-current={here ? 'page' : undefined} id={`rail${href.replaceAll('/', '-')}`}>
        <span class="rail-name">{name}</span>
        {count > 0 && (
          <span class={urgent ? 'count urgent' : 'count'}>
            {count}
            {said !== undefined && <span class="unseen"> {said}</span>}
          </span>
        )}
      </a>
    </li>
  );
}

function Channel({ channel, here }: { channel: DeskChannel; here: boolean }) {
  const { name, open, unclaimed, gravest } = channel;
  return (
    <li>
      <a href={channelPath(name)} aria-current={here ? 'page' : undefined} id={`rail-channel-${name}`}>
        <span class="rail-hash" aria-hidden="true">
          #
        </span>
        <span class="rail-name">{channelTitle(name)}</span>
        {unclaimed > 0 && gravest && (
          <span class={`dot tone-${gravest}`} title={`Gravest: ${gravest}`}></span>
        )}
        {open > 0 && (
          <span class="count">
            {open}
            <span class="unseen">{` open, ${unclaimed} unclaimed`}</span>
          </span>
        )}
      </a>
    </li>
  );
}

function Reader({ screen }: { screen: Screen }) {
  const { reader, staff } = screen.frame;
  if (!screen.actAsAnybody)
    return (
      <p class="reader">
        <span class="reader-said">Acting as</span>
        <strong>{reader.name}</strong>
      </p>
    );
  return (
    <form class="reader" method="post" action="/act-as">
      <input type="hidden" name="back" value={writeAddress({ path: screen.address.path })} />
      <label class="reader-said" for="act-as">
        Act as
      </label>
      <select id="act-as" name="staff" data-submits="">
        {staff.map((each) => (
          <option value={each.id} selected={each.id === reader.id}>
            {each.name}
          </option>
        ))}
      </select>
      <button type="submit" class="button plain" data-without-script="">
        Switch
      </button>
    </form>
  );
}
