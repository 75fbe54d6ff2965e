import type { Fact } from '../../../cards/card.js';
import type { Moment } from '../screen.js';
import { LineView } from './render-line.js';

/** What is known, a name and a value each. */
export function FactList({ facts, moment }: { facts: readonly Fact[]; moment: Moment }) {
  if (facts.length === 0) return <></>;
  return (
    <dl class="facts">
      {facts.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <LineView line={value} moment={moment} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
