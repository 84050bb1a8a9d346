// A new row: what a client may write, and the server's word on what is missing.
import { useState } from 'preact/hooks';
import type { Caller } from '../shared/client';
import { Failure } from '../shared/parts';
import { choicesOf } from './editor';
import { type Entity, type Field, type Model, entityOf, isNumber, typeName, valueOf } from './model';
import { create } from './rows';
import { Sheet } from './sheet';

const isWritable = (entity: Entity, field: Field) =>
  (field.kind === 'value' || field.kind === 'embedded') && !field.readOnly && !field.notServed && entity.version !== field.name &&
  !(field.key && field.default);

export function NewRow(props: { model: Model; entity: Entity; caller: Caller; close: () => void; done: () => void }) {
  const { model, entity, caller } = props;
  const fields = entity.fields.filter((field) => isWritable(entity, field));
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const members = fields
      .filter((field) => (typed[field.name] ?? '') !== '')
      .map((field) => `${JSON.stringify(field.name)}:${valueOf(field, typed[field.name] ?? '')}`);
    try {
      await create(entity.resource, `{${members.join(',')}}`, caller);
      props.done();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  const hint = (field: Field) => {
    const target = field.of && entityOf(model, entity.fields.find((each) => each.name === field.of)?.target);
    return target ? `key of a ${target.name}` : field.default ? 'has a default' : field.list ? '["…"]' : '';
  };
  return (
    <Sheet title={`New ${entity.name}`} close={props.close}>
      <form class="form" onSubmit={save}>
        {fields.map((field) => {
          const choices = choicesOf(model, field);
          const value = typed[field.name] ?? '';
          const set = (text: string) => setTyped({ ...typed, [field.name]: text });
          return (
            <label class="stack">
              <span>{field.name} <span class="muted">{typeName(field)}</span></span>
              {choices ? (
                <select class="field" value={value} onChange={(event) => set(event.currentTarget.value)}>
                  <option value="">{hint(field) || (field.nullable ? 'null' : 'choose')}</option>
                  {choices.map((choice) => <option>{choice}</option>)}
                </select>
              ) : (
                <input class="field" value={value} placeholder={hint(field)} inputMode={isNumber(field) ? 'decimal' : 'text'}
                  onInput={(event) => set(event.currentTarget.value)} />
              )}
              {field.description && <span class="muted small">{field.description}</span>}
            </label>
          );
        })}
        {error !== null && <Failure error={error} />}
        <div class="row">
          <button class="button primary" disabled={busy}>Create</button>
          <button type="button" class="button plain" onClick={props.close}>Cancel</button>
        </div>
      </form>
    </Sheet>
  );
}
