// One entity: what it is, its fields, and what may be asked of it.
import type { Caller } from '../shared/client';
import { OperationView } from './operation_view';
import { type Entity, type Field, type Reference, isRequired, operationsOf, readable } from './reference';

export const typeText = (field: Field) => {
  const type = field.kind === 'one' || field.kind === 'many' ? field.target ?? '' : field.type ?? '';
  return field.list || field.kind === 'many' ? `list of ${type}` : type;
};

function limits(reference: Reference, field: Field): string[] {
  const said: string[] = [];
  if (field.enum) said.push(`One of ${reference.enums.find((each) => each.name === field.type)?.values.join(', ')}.`);
  if (field.minLength !== undefined) said.push(`At least ${field.minLength} ${field.minLength === 1 ? 'character' : 'characters'}.`);
  if (field.maxLength !== undefined) said.push(`At most ${field.maxLength} characters.`);
  if (field.min !== undefined) said.push(`At least ${field.min}.`);
  if (field.max !== undefined) said.push(`At most ${field.max}.`);
  if (field.minItems !== undefined) said.push(`At least ${field.minItems} items.`);
  if (field.maxItems !== undefined) said.push(`At most ${field.maxItems} items.`);
  if (field.pattern) said.push(`Matches ${field.pattern}.`);
  if (field.unique) said.push('Unique.');
  if (field.immutable) said.push('Written once.');
  return said;
}

/** Fields as a list: name, type, what is to be known. */
export function Fields({ reference, fields, writing }: { reference: Reference; fields: Field[]; writing: 'create' | 'change' | null }) {
  return (
    <ul class="fields">
      {fields.map((field) => (
        <li>
          <div class="row wrap">
            <code class="name">{field.name}</code>
            <span class="muted small">{typeText(field)}{field.nullable && !writing ? ' or null' : ''}</span>
            {writing === 'create' && isRequired(field) && <span class="tag warn">required</span>}
            {!writing && field.key && <span class="tag accent">key</span>}
            {!writing && (field.readOnly || field.kind === 'computed') && <span class="tag">{field.kind === 'computed' ? 'computed' : 'read-only'}</span>}
          </div>
          {field.description && <p>{field.description}</p>}
          {limits(reference, field).length > 0 && <p class="muted small">{limits(reference, field).join(' ')}</p>}
        </li>
      ))}
    </ul>
  );
}

export function EntityPage({ reference, entity, caller }: { reference: Reference; entity: Entity; caller: Caller }) {
  const shown = readable(entity);
  return (
    <article>
      <section class="pair">
        <div class="text">
          <h1>{entity.name}</h1>
          {entity.description && <p class="lead">{entity.description}</p>}
          <h2 class="above">Fields</h2>
          <Fields reference={reference} fields={shown.filter((field) => field.kind !== 'one' && field.kind !== 'many')} writing={null} />
          {shown.some((field) => field.target) && (
            <>
              <h2 class="above">Relations</h2>
              <p class="muted">Read along with a row by <code>select=*,relation(*)</code>.</p>
              <Fields reference={reference} fields={shown.filter((field) => field.target)} writing={null} />
            </>
          )}
        </div>
        <div class="beside" role="group" aria-label={`Endpoints of ${entity.name}`}>
          <div class="endpoints">
            <div class="caption">Endpoints</div>
            {operationsOf(reference, entity).map((operation) => (
              <a href={`#/${entity.resource}/${operation.id}`}>
                <span class={`method ${operation.method}`}>{operation.method}</span>
                <code>{operation.path}</code>
              </a>
            ))}
          </div>
        </div>
      </section>
      {operationsOf(reference, entity).map((operation) => (
        <OperationView key={operation.id} reference={reference} entity={entity} operation={operation} caller={caller} />
      ))}
    </article>
  );
}
