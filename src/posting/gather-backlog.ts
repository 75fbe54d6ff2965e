/** Where more cards wait for a channel than it takes soon, roll-ups name their alerts meanwhile, so that none is out of sight. */
import type { PostingDeps } from './posting-deps.js';
import { fillRollUps } from './fill-roll-ups.js';

/** Keeps a statement well under what the embedded database may be held up by. */
const AT_ONCE = 2_000;

/** Answers whether more may be to gather. */
export async function gatherBacklog(deps: PostingDeps): Promise<boolean> {
  const { rollUpOver } = deps;
  const most = new Map(deps.platforms.map(({ name, mostInRollUp = 0 }) => [name, mostInRollUp]));
  const platforms = [...most].filter(([, count]) => count > 0).map(([name]) => name);
  if (rollUpOver === undefined || platforms.length === 0) return false;
  const { placed, begun } = await deps.transaction(async (store) => {
    if (!(await store.gatherAlone())) return { placed: [], begun: [] };
    const cards = await store.crowdedCards(platforms, rollUpOver, AT_ONCE);
    if (cards.length === 0) return { placed: [], begun: [] };
    const rollUps = await store.waitingRollUps(platforms);
    const gathered = fillRollUps({
      cards,
      rollUps,
      most: (platform) => most.get(platform) ?? 1,
      newId: deps.newId,
    });
    store.recordGathered(gathered, deps.clock());
    return gathered;
  });
  if (placed.length === 0) return false;
  deps.log.info(
    { cards: placed.length, rollUps: begun.length },
    'more cards wait than their channels take: roll-ups name their alerts',
  );
  deps.wake();
  return placed.length === AT_ONCE;
}
