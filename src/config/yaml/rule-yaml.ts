import { z } from 'zod';
import type { Route, Rule } from '../../domain/policy.js';
import { SEVERITIES } from '../../domain/severity.js';
import { keyed } from '../shape/keyed.js';
import { condition, readCondition, routeCondition } from './condition-yaml.js';
import { listOf, shortText, teamName, theme } from './forms.js';

const RULE_SEVERITIES = [...SEVERITIES, 'ignore'] as const;

export const ruleYaml = keyed(
  {
    name: shortText('the name of the rule', 60).describe(
      'What verdicts are counted against. With the name of a built-in rule it takes its place.',
    ),
    when: condition.describe('All that stands here must hold.'),
    severity: z
      .enum(RULE_SEVERITIES, { error: `one of ${RULE_SEVERITIES.join(', ')}` })
      .optional()
      .describe(
        'How grave it is; ignore: it stays on the timeline whatever other rules say. Absent: the rule only names a theme.',
      ),
    theme: theme.optional().describe('What it is about.'),
    reason: shortText('a sentence for the card', 200)
      .optional()
      .describe(
        'Why, in words a person could argue with. {said}, {score}, {tier}, {reach} and {happening} are filled in.',
      ),
  },
  'a rule: a name, when, and a severity or a theme',
);

export function readRule({ name, when, severity, theme: about, reason }: z.infer<typeof ruleYaml>): Rule {
  return {
    name,
    when: readCondition(when),
    ...(severity !== undefined && { severity }),
    ...(about !== undefined && { theme: about }),
    reason: reason ?? `the rule “${name}” holds`,
  };
}

export const routeYaml = keyed(
  {
    when: routeCondition.describe('All that stands here must hold.'),
    team: teamName.describe('The team that hears of it.'),
  },
  'a route: when, and the team',
);

export function readRoute({ when, team }: z.infer<typeof routeYaml>): Route {
  const { theme: about, severity, ...rest } = when;
  return {
    team,
    when: {
      ...readCondition(rest),
      ...(about !== undefined && { theme: listOf(about) }),
      ...(severity !== undefined && { severity: listOf(severity) }),
    },
  };
}
