// One value being edited: Enter keeps it, Escape does not.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Field, type Model, isNumber, shown, valueOf } from './model';

interface Props {
  model: Model;
  field: Field;
  value: unknown;
  save: (json: string) => Promise<void>;
  leave: () => void;
  wrong: boolean;
}

export function Editor({ model, field, value, save, leave, wrong }: Props) {
  const [text, setText] = useState(shown(value));
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => {
    box.current?.focus();
    if (box.current instanceof HTMLInputElement) box.current.select();
  }, []);
  const keep = async (typed: string) => {
    if (busy) return;
    if (typed === shown(value)) return leave();
    setBusy(true);
    await save(valueOf(field, typed));
    setBusy(false);
  };
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') leave();
    if (event.key === 'Enter') void keep(text);
  };
  const choices = choicesOf(model, field);
  const common = { 'aria-label': field.name, 'aria-invalid': wrong, onKeyDown: keys, class: 'field' };
  if (choices)
    return (
      <select {...common} ref={box} value={text} onChange={(event) => {
        setText(event.currentTarget.value);
        void keep(event.currentTarget.value);
      }}>
        {field.nullable && <option value="">null</option>}
        {choices.map((choice) => <option>{choice}</option>)}
      </select>
    );
  return (
    <input {...common} ref={box} value={text} inputMode={isNumber(field) ? 'decimal' : 'text'}
      onInput={(event) => setText(event.currentTarget.value)} onBlur={() => !wrong && void keep(text)} />
  );
}

/** The values that a field can have, where they are few. */
export function choicesOf(model: Model, field: Field): string[] | null {
  if (field.list) return null;
  if (field.type === 'Boolean') return ['true', 'false'];
  return (field.enum && model.enums.find((each) => each.name === field.type)?.values) || null;
}
