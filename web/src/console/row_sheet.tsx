// One row: its values, what it is related to, what the caller may do with it and why.
import { useState } from 'preact/hooks';
import type { Caller } from '../shared/client';
import { Failure, Icon } from '../shared/parts';
import { type Entity, type Model, type Row, columnsOf, placeOf, relationsOf, typeName } from './model';
import { remove } from './rows';
import { Sheet } from './sheet';
import { CellText } from './table';
import { Verdicts } from './verdicts';

interface Props {
  model: Model;
  entity: Entity;
  row: Row;
  caller: Caller;
  close: () => void;
  changed: (after: Row | null) => void;
}

export function RowSheet({ model, entity, row, caller, close, changed }: Props) {
  const place = placeOf(entity, row);
  const [sure, setSure] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const key = place?.slice(entity.resource.length + 1) ?? '';
  const erase = async () => {
    if (!sure || !place) return setSure(true);
    try {
      await remove(place, caller);
      changed(null);
      close();
    } catch (failure) {
      setError(failure);
      setSure(false);
    }
  };
  return (
    <Sheet title={`${entity.name} ${decodeURIComponent(key)}`} close={close}>
      <dl class="values">
        {columnsOf(entity).filter((field) => field.name in row).map((field) => (
          <div>
            <dt>{field.name} <span class="muted">{typeName(field)}</span></dt>
            <dd><CellText model={model} entity={entity} field={field} row={row} /></dd>
          </div>
        ))}
      </dl>
      {place && relationsOf(entity).length > 0 && (
        <section>
          <h3>Related</h3>
          <div class="row wrap">
            {relationsOf(entity).map((field) => (
              <a class="button tiny" href={`#/rows/${place}/${field.name}`} onClick={close}>{field.name}</a>
            ))}
          </div>
        </section>
      )}
      {place && (
        <section>
          <h3>What this caller may do with it</h3>
          <Verdicts entity={entity} id={key} caller={caller} verbs={['READ', 'UPDATE', 'DELETE']} />
        </section>
      )}
      {error !== null && <Failure error={error} />}
      {place && (
        <div class="row">
          <button class="button danger" onClick={erase}><Icon name="trash" />{!sure ? 'Delete' : entity.softDelete ? 'Put it into the trash' : 'Delete it for good'}</button>
          {sure && <button class="button plain" onClick={() => setSure(false)}>Keep it</button>}
        </div>
      )}
    </Sheet>
  );
}
