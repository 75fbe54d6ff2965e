/** The one schema of earshot.yaml. Plain input, no transformation: the JSON Schema for editors comes from it too. */
import { z } from 'zod';
import { METRICS, USUAL_SCALES } from '../../domain/score.js';
import { DEFAULT_POLICY } from '../default-policy.js';
import { keyed } from '../shape/keyed.js';
import { deadlinesYaml } from './deadlines-yaml.js';
import { digestYaml } from './digest-yaml.js';
import { emailAddress, shortText, teamName } from './forms.js';
import { modelYaml } from './model-yaml.js';
import { postMortemsYaml } from './post-mortems-yaml.js';
import { readingYaml } from './reading-yaml.js';
import { routeYaml, ruleYaml } from './rule-yaml.js';
import { type ConfigurableSource, sourceYaml } from './source-yaml.js';
import { peopleYaml } from './people-yaml.js';
import { teamYaml } from './team-yaml.js';

/** More of anything is no configuration that a person keeps in mind. */
const MOST = 500;

const thresholds = keyed(
  Object.fromEntries(
    METRICS.map((metric) => {
      const { min, max } = USUAL_SCALES[metric];
      const error = `a number from ${min} to ${max}, or off`;
      const number = z.number({ error }).min(min, { error }).max(max, { error });
      return [metric, z.union([number, z.literal('off', { error })], { error }).optional()] as const;
    }),
  ),
  'thresholds by metric: { csat: 2 }',
);

const builtInRules = z
  .union(
    [
      z.boolean(),
      keyed(
        {
          except: z
            .array(
              z.enum(
                DEFAULT_POLICY.rules.map(({ name }) => name),
                { error: 'the name of a built-in rule' },
              ),
              { error: 'a list of names of built-in rules' },
            )
            .describe('The built-in rules to leave out, by name.'),
        },
        '{ except: [names of built-in rules] }',
      ),
    ],
    { error: 'true, false or { except: [names of built-in rules] }' },
  )
  .describe('Whether the built-in rules hold after those in `rules`.');

export function earshotYaml(types: readonly ConfigurableSource[]) {
  return keyed(
    {
      sources: list(sourceYaml(types), 'sources').describe(
        'Who sends. Without any: one named voice, of the type standard.',
      ),
      teams: list(teamYaml, 'teams').describe('Who hears. Without any: one team, support, on the desk.'),
      people: list(peopleYaml, 'people').describe(
        'Who has several e-mail addresses, and is one person all the same.',
      ),
      routes: list(routeYaml, 'routes').describe('Which team hears what: the first route that holds.'),
      default_team: teamName.optional().describe('Who hears what no route takes. Usually the first team.'),
      fallback_team: teamName
        .optional()
        .describe('Where a card goes whose channel is gone. Usually the default team.'),
      rules: list(ruleYaml, 'rules').describe(
        'What needs a person and why, looked at before the built-in rules.',
      ),
      built_in_rules: builtInRules.optional(),
      reading: readingYaml.optional().describe('What comes of how a text reads, and what texts are about.'),
      model: modelYaml
        .optional()
        .describe('The language model that reads besides, where OPENAI_API_KEY is set.'),
      post_mortems: postMortemsYaml
        .optional()
        .describe('Post-mortems: whom actions take, when one is suggested.'),
      thresholds: thresholds
        .optional()
        .describe(
          'A score at or below this needs a person even where no rule says so. Usually csat 2, nps 6, ces 3, stars 2, thumbs 0.',
        ),
      deadlines: deadlinesYaml
        .optional()
        .describe('By when somebody answers and resolves, by severity and tier.'),
      digests: list(digestYaml, 'digests').describe(
        'Who is told every day how things stand. Without any: one, leadership, at 08:00 on working days. [] sends none.',
      ),
      desk: keyed(
        {
          operator: keyed(
            {
              name: shortText('the name of who acts on the desk', 80).describe('Who acts on the desk.'),
              email: emailAddress
                .optional()
                .describe('By which the same person is known on other platforms.'),
            },
            '{ name: …, email: … }',
          ).optional(),
        },
        '{ operator: { name: … } }',
      )
        .optional()
        .describe('The built-in desk.'),
    },
    'a map of sources, teams, people, routes, rules, reading, model, post_mortems, thresholds, deadlines, digests and desk',
  );
}

export type EarshotYaml = z.infer<ReturnType<typeof earshotYaml>>;

function list<Item extends z.ZodType>(item: Item, what: string) {
  return z
    .array(item, { error: `a list of ${what}: each begins with - on a line of its own` })
    .max(MOST, { error: `at most ${MOST} ${what}` })
    .optional();
}
