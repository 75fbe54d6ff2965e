import { readThemes, THEME_DAYS } from '../../../use-cases/themes/read-themes.js';
import { Empty, HowToSend } from '../render/empty.js';
import { ThemeList } from '../render/theme-list.js';
import { PlainPage } from './plain-page.js';
import { readPage, type Visit } from './visit.js';

/** What customers speak of: what was found in their words, what is configured, and what somebody calls each. */
export async function themesPage(visit: Visit) {
  const { clock, timeZone, themes } = visit.deps;
  const { screen, content } = await readPage(visit, (store) =>
    readThemes(store, { configured: themes.configured, now: clock(), timeZone }),
  );
  const { heard, quiet } = content;
  const found = heard.filter(({ words }) => words !== undefined);
  const configured = heard.filter(({ words }) => words === undefined);
  const most = Math.max(1, ...heard.map(({ alerts, before }) => Math.max(alerts, before)));
  return (
    <PlainPage
      screen={screen}
      title="Themes"
      about={`What alerts are about, in ${THEME_DAYS} days and the ${THEME_DAYS} before. Call a theme what you call it, or put two together: what was heard before follows.`}
    >
      <datalist id="theme-names" data-keep="block">
        {[...heard, ...quiet].map(({ theme }) => (
          <option value={theme} />
        ))}
      </datalist>
      <section id="themes-found" data-keep="block">
        <h2>Found in what customers say</h2>
        <p class="quiet-line">
          Nobody configured these. Every night Earshot looks for what several customers say that no theme
          takes.
        </p>
        {found.length === 0 ? (
          <p class="themes-none">
            Nothing yet. A theme takes five customers who say the same within 30 days.
          </p>
        ) : (
          <ThemeList themes={found} most={most} />
        )}
      </section>
      <section id="themes-configured" data-keep="block">
        <h2>Configured</h2>
        {configured.length === 0 ? (
          <Empty title="No alert of a theme yet">
            <p>Each theme of the rules and the taxonomy appears here with its first alert.</p>
            <HowToSend screen={screen} />
          </Empty>
        ) : (
          <ThemeList themes={configured} most={most} />
        )}
      </section>
      <section id="themes-quiet" data-keep="block">
        {quiet.length > 0 && heard.length > 0 && (
          <>
            <h2>Not heard of</h2>
            <p class="quiet-line">{quiet.map(({ theme }) => theme).join(' · ')}</p>
          </>
        )}
      </section>
    </PlainPage>
  );
}
