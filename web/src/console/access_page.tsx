// Who may do what: the rules of one entity for the caller whom one views as.
import { useState } from 'preact/hooks';
import { type Caller, callerName } from '../shared/client';
import { type Model, entityOf } from './model';
import { Verdicts } from './verdicts';

export function AccessPage({ model, caller, route }: { model: Model; caller: Caller; route: string }) {
  const entity = entityOf(model, route) ?? model.entities[0];
  const [id, setId] = useState('');
  if (!entity) return <main id="main" tabIndex={-1} class="narrow" />;
  return (
    <div class="shell">
      <nav class="side" aria-label="Entities">
        <ul class="entities">
          {model.entities.map((each) => (
            <li><a href={`#/access/${each.resource}`} aria-current={each === entity ? 'page' : undefined}>{each.name}</a></li>
          ))}
        </ul>
      </nav>
      <main id="main" tabIndex={-1}>
        <div class="page">
          <div class="head">
            <div>
              <h1>{entity.name}</h1>
              <p class="muted">
                What <b>{callerName(caller)}</b> may do, and the rules that decide. Choose another caller above.
              </p>
            </div>
            <label class="stack">
              Of one row
              <input class="field" placeholder={`its ${entity.key.join(', ')}`} value={id}
                onInput={(event) => setId(event.currentTarget.value.trim())} />
            </label>
          </div>
          <Verdicts entity={entity} id={id && encodeURIComponent(id)} caller={caller}
            verbs={['READ', 'CREATE', 'UPDATE', 'DELETE'].filter((verb) => !id || verb !== 'CREATE')} />
        </div>
      </main>
    </div>
  );
}
