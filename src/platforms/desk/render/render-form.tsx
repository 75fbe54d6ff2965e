import { type Answers, type Field, type Form, initialOf, isAlertForm } from '../../../cards/form.js';
import type { Staff } from '../../../domain/staff.js';
import type { Place } from '../answers.js';

/** Up to here a choice is shown whole; a longer one is a list that opens. */
const SHOWN_WHOLE_MAX = 6;

/** What a person filled in, beside where it came from. */
const FIELD_PREFIX = 'field-';

interface FormAsked {
  readonly form: Form;
  readonly given: Answers;
  readonly faults: Readonly<Record<string, string>>;
  readonly staff: readonly Staff[];
  readonly place: Place;
  /** Where to come back to, once sent or cancelled. */
  readonly back: string;
}

/** What is asked before an action, in place: one column, labels above, faults in words beside their field. */
export function FormView({ form, given, faults, staff, place, back }: FormAsked) {
  const faulty = Object.keys(faults);
  const of = isAlertForm(form) ? `/alerts/${form.alert}` : '/tell';
  const name = isAlertForm(form) ? String(form.alert) : form.action;
  return (
    <form
      class="ask"
      method="post"
      action={`${of}/${form.action}/answers`}
      aria-labelledby={`ask-${place}-${name}`}
      data-in-place=""
    >
      {Object.entries(form.carried ?? {}).map(([carried, value]) => (
        <input type="hidden" name={`${FIELD_PREFIX}${carried}`} value={value} />
      ))}
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="place" value={place} />
      <h3 id={`ask-${place}-${name}`}>{form.title}</h3>
      {form.intro !== undefined && <p class="intro">{form.intro}</p>}
      {form.quote && (
        <figure class="ask-quote">
          <figcaption>{form.quote.label}</figcaption>
          <blockquote dir="auto">{form.quote.text}</blockquote>
        </figure>
      )}
      {form.fields.map((field, index) => (
        <FieldView
          field={field}
          id={`${place}-${name}-${field.name}`}
          value={given[field.name] ?? (faulty.length > 0 ? undefined : initialOf(field))}
          fault={faults[field.name]}
          staff={staff}
          first={faulty.length > 0 ? field.name === faulty[0] : index === 0}
        />
      ))}
      <p class="ask-actions">
        <button type="submit" class="button primary">
          {form.submit}
        </button>
        <a class="button quiet" href={back} data-in-place="" data-dismiss="">
          Cancel
        </a>
      </p>
    </form>
  );
}

interface FieldShown {
  readonly field: Field;
  readonly id: string;
  readonly value: string | undefined;
  readonly fault: string | undefined;
  readonly staff: readonly Staff[];
  /** Gets the focus when the form opens. */
  readonly first: boolean;
}

function FieldView(shown: FieldShown) {
  const { field, id, fault } = shown;
  const whole = field.kind === 'choice' && field.options.length <= SHOWN_WHOLE_MAX;
  const hint = field.kind === 'text' ? field.hint : undefined;
  const label = (
    <>
      {field.label}
      {!field.required && <span class="optional"> (optional)</span>}
    </>
  );
  const about = (
    <>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
  if (whole)
    return (
      <fieldset class={fault === undefined ? 'field' : 'field faulty'}>
        <legend>{label}</legend>
        {about}
        <Radios {...shown} />
      </fieldset>
    );
  return (
    <div class={fault === undefined ? 'field' : 'field faulty'}>
      <label for={id}>{label}</label>
      {about}
      <Control {...shown} />
    </div>
  );
}

function Radios({ field, id, value, fault, first }: FieldShown) {
  if (field.kind !== 'choice') return <></>;
  const focused = Math.max(
    0,
    field.options.findIndex((option) => option.value === value),
  );
  return (
    <div class="radios">
      {field.options.map((option, index) => (
        <label class="radio" for={`${id}-${index}`}>
          <input
            type="radio"
            id={`${id}-${index}`}
            name={fieldName(field)}
            value={option.value}
            checked={option.value === value}
            required={field.required}
            autofocus={first && index === focused}
            aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          />
          <span>{option.label}</span>
        </label>
      ))}
      {!field.required && (
        <label class="radio" for={`${id}-none`}>
          <input
            type="radio"
            id={`${id}-none`}
            name={fieldName(field)}
            value=""
            checked={!field.options.some((option) => option.value === value)}
          />
          <span>None of these</span>
        </label>
      )}
    </div>
  );
}

function Control({ field, id, value, fault, staff, first }: FieldShown) {
  const hint = field.kind === 'text' && field.hint !== undefined ? `${id}-hint` : '';
  const described = [hint, fault === undefined ? '' : `${id}-fault`].join(' ').trim();
  const common = {
    id,
    name: fieldName(field),
    required: field.required,
    autofocus: first,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': fault === undefined ? undefined : ('true' as const),
  };
  if (field.kind === 'text' && field.multiline)
    return (
      <textarea {...common} rows={3} maxlength={field.maxLength}>
        {value ?? ''}
      </textarea>
    );
  if (field.kind === 'text')
    return <input type="text" {...common} maxlength={field.maxLength} value={value} autocomplete="off" />;
  const options =
    field.kind === 'person' ? staff.map((each) => ({ value: each.id, label: each.name })) : field.options;
  return (
    <select {...common}>
      <option value="">Choose…</option>
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function fieldName(field: Field): string {
  return FIELD_PREFIX + field.name;
}

/** What came back, by the names of the form's fields; an empty box is no answer. */
export function readAnswers(sent: URLSearchParams): Answers {
  const answers: Record<string, string> = {};
  for (const [name, value] of sent) {
    if (name.startsWith(FIELD_PREFIX) && value.trim() !== '')
      answers[name.slice(FIELD_PREFIX.length)] = value;
  }
  return answers;
}
