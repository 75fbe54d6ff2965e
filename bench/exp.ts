import { spawn } from 'node:child_process';
import pg from 'pg';
import { spawnSlackCounterpart } from '../test/counterparts/slack/spawn-slack-counterpart.js';
import { findPostgres } from '../test/database/find-postgres.js';
import { startCluster } from '../test/database/postgres-cluster.js';
import { processorMs } from './children.js';
import { load, pace } from './contender.js';
import { channelId, startEarshot } from './earshot.js';
import { CHANNELS } from './voice.js';
const what = new Set((process.argv[2] ?? 'door,50,200,burst').split(','));
const cluster = await startCluster(findPostgres()!, { durable: true });
const c = new pg.Client({ connectionString: cluster.url('postgres') }); await c.connect();
await c.query('create database bench_1'); if (process.env['PGSTAT']) { const e = new pg.Client({ connectionString: cluster.url('bench_1') }); await e.connect(); await e.query('create extension pg_stat_statements'); await e.end(); }
if (process.env['EXPLAIN']) { for (const q of ["session_preload_libraries = 'auto_explain'", "auto_explain.log_min_duration = 0", "auto_explain.log_analyze = on", "auto_explain.log_triggers = on", "auto_explain.log_timing = on", "auto_explain.log_format='json'", "logging_collector = off"]) await c.query('alter system set ' + q).catch((e) => console.log(q, e.message)); await c.query('select pg_reload_conf()'); }
await c.end();
const slack = await spawnSlackCounterpart({ workspace: { channels: Array.from({ length: CHANNELS }, (_, i) => ({ id: channelId(i), name: `region-${i}` })) }, recordCalls: false, keepPerChannel: 100 });
const running = await startEarshot({ slackApiUrl: slack.apiUrl, ...(process.env['EMB'] ? {} : { databaseUrl: cluster.url('bench_1') }) });
const { url, pid } = running;
const drainedTo = async (n: number) => { for (let i = 0; i < 600; i++) { const x = await slack.commands.callCounts(); if ((x['chat.postMessage'] ?? 0) >= n) break; await new Promise(r => setTimeout(r, 100)); } return (await slack.commands.posts()).at(-1)?.at ?? 0; };
const cost = () => ({ program: processorMs({ pid }), database: processorMs({ words: 'bench_' }), slack: processorMs({ pid: slack.pid }) });
const diff = (a: any, b: any, n: number) => `${Math.round((b.program - a.program) / n * 1000)} + ${Math.round((b.database - a.database) / n * 1000)} + slack ${Math.round((b.slack - a.slack) / n * 1000)} µs`;
try {
  await load({ mode: 'closed', url, run: 'warm', connections: 32, requests: 3000 });
  await drainedTo(3000);
  if (process.env['PGSTAT']) { const e = new pg.Client({ connectionString: cluster.url('bench_1') }); await e.connect(); await e.query('select pg_stat_statements_reset()'); await e.end(); }
  for (const rate of [50, 200]) if (what.has(String(rate))) {
    const a = cost(); const r = await pace({ name: 'x', url, pid }, slack, rate, 8);
    console.log(rate, r.p50Ms.toFixed(1), r.p99Ms.toFixed(1), diff(a, cost(), rate * 8));
  }
  if (process.env['PERF']) spawn('perf', ['record','-F','999','-e','cpu-clock','-g','-a','-o','/tmp/prof/perf.data','sleep','14'], { stdio: 'ignore' });
  if (what.has('burst')) for (let k = 0; k < 3; k++) {
    await slack.commands.clearRecords(); const a = cost();
    const b = await load({ mode: 'closed', url, run: 'burst' + k, connections: 64, requests: 5000 });
    const last = await drainedTo(5000);
    console.log('burst', ((last - b.startedAt) / 1000).toFixed(2), 'accepted in', b.seconds.toFixed(2), diff(a, cost(), 5000));
  }
  if (what.has('door')) for (let k = 0; k < 2; k++) {
    await slack.commands.clearRecords(); const a = cost();
    const b = await load({ mode: 'closed', url, run: 'door' + k, connections: 32, seconds: 4 });
    const m = (await slack.commands.posts()).length;
    console.log('door', Math.round(b.perSecond), b.p50Ms.toFixed(1), b.p99Ms.toFixed(1), 'posted', m, diff(a, cost(), b.requests));
    await drainedTo(process.env['NODRAIN'] ? 0 : b.requests);
  }

  if (process.env['PGSTAT']) {
    const q = new pg.Client({ connectionString: cluster.url('bench_1') }); await q.connect();
    const r = await q.query("select round((total_exec_time+total_plan_time)::numeric,0) ms, round(total_plan_time::numeric,0) plan, calls, rows, toplevel t, wal_bytes wal, regexp_replace(left(query,110),'\\s+',' ','g') q from pg_stat_statements order by 1 desc limit 40");
    for (const x of r.rows) console.log(String(x.ms).padStart(7), String(x.plan).padStart(5), String(x.calls).padStart(6), String(x.rows).padStart(7), x.t ? 'T' : '-', String(x.wal).padStart(10), x.q);
    const z = await q.query("select sum(total_exec_time+total_plan_time)::int t from pg_stat_statements where toplevel"); console.log(z.rows);
    await q.end();
  }
} finally { await running.stop(); await slack.stop(); await cluster.stop(); }
