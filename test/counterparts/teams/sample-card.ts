const data = (action: string): object => ({ earshot: { v: 1, action, alert: 1 } });

const execute = (verb: string, title: string): object => ({
  type: 'Action.Execute',
  verb,
  title,
  data: data(verb),
  fallback: { type: 'Action.Submit', title, data: data(verb) },
});

/** A card as Earshot's are built: a button, and a form that opens in the card. */
export function sampleCard(more: object = {}): object {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: 'Maria gave 2 of 5',
    body: [{ type: 'TextBlock', text: 'Maria gave 2 of 5', wrap: true, style: 'heading' }],
    actions: [
      execute('claim', 'Claim'),
      {
        type: 'Action.ShowCard',
        title: 'Resolve',
        card: {
          type: 'AdaptiveCard',
          body: [
            {
              type: 'Input.ChoiceSet',
              id: 'resolve.outcome',
              label: 'Outcome',
              isRequired: true,
              errorMessage: 'Choose one',
              choices: [
                { title: 'Recovered', value: 'recovered' },
                { title: 'Lost', value: 'lost' },
              ],
            },
            { type: 'Input.Text', id: 'resolve.note', label: 'Note', maxLength: 20 },
            {
              type: 'Input.ChoiceSet',
              id: 'resolve.with',
              label: 'With',
              choices: [],
              'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
            },
          ],
          actions: [execute('resolve', 'Save')],
        },
      },
    ],
    ...more,
  };
}
