// The filters of a list as chips, and the form that adds one.
import { useState } from 'preact/hooks';
import { Icon } from '../shared/parts';
import { type Entity, type Model, columnsOf, operatorsOf } from './model';
import type { Filter, Sight } from './rows';

export function Filters(props: { entity: Entity; model: Model; sight: Sight; look: (sight: Sight) => void }) {
  const { entity, model, sight } = props;
  const fields = columnsOf(entity);
  const [name, setName] = useState(fields[0]?.name ?? '');
  const field = fields.find((each) => each.name === name) ?? fields[0];
  const operators = field ? operatorsOf(field) : [];
  const [chosen, setOperator] = useState('');
  const operator = operators.some(([word]) => word === chosen) ? chosen : operators[0]?.[0] ?? 'eq';
  const [value, setValue] = useState('');
  const values = field?.enum ? model.enums.find((each) => each.name === field.type)?.values : undefined;
  if (!field) return null;
  const add = (event: Event) => {
    event.preventDefault();
    if (value === '') return;
    const written = operator === 'in' && !value.startsWith('(') ? `(${value})` : value;
    const filter: Filter = { field: field.name, operator, value: written };
    props.look({ ...sight, filters: [...sight.filters, filter], page: '' });
    setValue('');
  };
  const words = ({ field: of, operator: word }: Filter) => {
    const known = fields.find((each) => each.name === of);
    const said = known && operatorsOf(known).find(([each]) => each === word)?.[1];
    return said?.replace(/ \(.*/, '') ?? word;
  };
  return (
    <div class="filters">
      <form class="row" onSubmit={add} aria-label="Add a filter">
        <select class="field" aria-label="Field" value={field.name} onChange={(event) => setName(event.currentTarget.value)}>
          {fields.map((each) => <option>{each.name}</option>)}
        </select>
        <select class="field" aria-label="Test" value={operator} onChange={(event) => setOperator(event.currentTarget.value)}>
          {operators.map(([word, said]) => <option value={word}>{said}</option>)}
        </select>
        <input class="field" aria-label="Value" placeholder="Value" value={value} list={values ? 'filter-values' : undefined}
          onInput={(event) => setValue(event.currentTarget.value)} />
        {values && <datalist id="filter-values">{values.map((each) => <option value={each} />)}</datalist>}
        <button class="button" disabled={value === ''}>Filter</button>
      </form>
      {sight.filters.map((filter, index) => (
        <span class="chip">
          <span><b>{filter.field}</b> {words(filter)} <span class="mono">{filter.value}</span></span>
          <button aria-label={`Take the filter of ${filter.field} away`} onClick={() =>
            props.look({ ...sight, filters: sight.filters.filter((_, at) => at !== index), page: '' })}>
            <Icon name="close" />
          </button>
        </span>
      ))}
    </div>
  );
}
