// One operation: at the left what it means, beside it how it is written, and a place to try it.
import { useState } from 'preact/hooks';
import { type Answer, type Caller, callerName, exchange, isNobody, tokenOf } from '../shared/client';
import { CopyButton, Failure, Json, pretty } from '../shared/parts';
import { type Call, curl, firstCall, headersOf, postgrest, targetOf } from './call';
import { Fields } from './entity_page';
import type { Entity, Operation, Reference } from './reference';

interface Props {
  reference: Reference;
  entity: Entity;
  operation: Operation;
  caller: Caller;
}

export function OperationView(props: Props) {
  const { reference, entity, operation } = props;
  return (
    <section class="pair operation" id={operation.id} aria-labelledby={`${operation.id}-title`}>
      <div class="text">
        <h2 id={`${operation.id}-title`}>
          <a class="anchor" href={`#/${entity.resource}/${operation.id}`}>{operation.title}</a>
        </h2>
        <p class="endpoint"><span class={`method ${operation.method}`}>{operation.method}</span> <code>{operation.path}</code></p>
        <p>{operation.text}</p>
        {operation.parameters.length > 0 && (
          <>
            <h3>Parameters</h3>
            <ul class="fields">
              {operation.parameters.map((each) => (
                <li>
                  <div class="row wrap"><code class="name">{each.name}</code><span class="muted small">{each.place}</span></div>
                  <p>{each.meaning}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        {operation.body && (
          <>
            <h3>Body</h3>
            <Fields reference={reference} fields={operation.body.fields} writing={operation.body.changes ? 'change' : 'create'} />
          </>
        )}
        <h3>Replies</h3>
        <ul class="replies">
          {operation.replies.map(([status, meaning]) => (
            <li><span class={`tag ${status < 300 ? 'good' : 'bad'}`}>{status}</span> <span>{meaning}</span></li>
          ))}
        </ul>
      </div>
      <Trial {...props} />
    </section>
  );
}

function Trial({ operation, caller, entity }: Props) {
  const [call, setCall] = useState<Call>(firstCall(operation));
  const [language, setLanguage] = useState<'curl' | 'postgrest-js'>('curl');
  const [trying, setTrying] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const authorized = !isNobody(caller);
  const shown = language === 'curl' || !operation.client ? curl(operation, call, authorized) : postgrest(operation, authorized);
  const send = async (event: Event) => {
    event.preventDefault();
    setError(null);
    try {
      const token = await tokenOf(caller, '/docs');
      const headers = { ...headersOf(operation, call), ...(token && { Authorization: `Bearer ${token}` }) };
      setAnswer(await exchange(targetOf(operation, call), { method: operation.method, headers, ...(operation.body && { body: call.body }) }));
    } catch (failure) {
      setAnswer(null);
      setError(failure);
    }
  };
  const label = (name: string) => `${name} of ${operation.title}`;
  return (
    <div class="beside" role="group" aria-label={`Example: ${operation.title}, ${entity.name}`}>
      <div class="sample">
        <div class="spread top">
          <div class="row" role="group" aria-label="Language">
            {(['curl', 'postgrest-js'] as const).filter((each) => each === 'curl' || operation.client).map((each) => (
              <button class="language" aria-pressed={each === language} onClick={() => setLanguage(each)}>{each}</button>
            ))}
          </div>
          <CopyButton text={shown} />
        </div>
        <pre class="code" tabIndex={0} role="region" aria-label={label('Command')}>{shown}</pre>
        {!trying ? (
          <button class="button" onClick={() => setTrying(true)}>Try it</button>
        ) : (
          <form class="try" onSubmit={send}>
            {operation.parameters.map((each) => (
              <label class="line">
                <code>{each.name}</code>
                <input class="field" value={call.values[each.name] ?? ''} placeholder={each.example} aria-label={label(each.name)}
                  onInput={(event) => setCall({ ...call, values: { ...call.values, [each.name]: event.currentTarget.value } })} />
              </label>
            ))}
            {operation.body && (
              <textarea class="field" aria-label={label('Body')} spellcheck={false} value={call.body}
                rows={Math.min(14, Math.max(4, call.body.split('\n').length))}
                onInput={(event) => setCall({ ...call, body: event.currentTarget.value })} />
            )}
            <div class="spread">
              <span class="muted small">as {callerName(caller)}</span>
              <button class="button primary">Send</button>
            </div>
          </form>
        )}
        {!trying && operation.reply !== undefined && (
          <>
            <div class="caption">Reply</div>
            <Json text={JSON.stringify(operation.reply, null, 2)} label={label('Example of the reply')} />
          </>
        )}
        {error !== null && <Failure error={error} />}
        {answer && <AnswerView answer={answer} label={label('Reply')} />}
      </div>
    </div>
  );
}

function AnswerView({ answer, label }: { answer: Answer; label: string }) {
  const told = answer.headers.filter(([name]) => ['content-range', 'location', 'etag', 'link', 'preference-applied', 'x-request-id'].includes(name));
  return (
    <div class="answer" aria-live="polite">
      <div class="row">
        <span class={`tag ${answer.status < 400 ? 'good' : 'bad'}`}>{answer.status} {answer.statusText}</span>
        <span class="muted small">{answer.milliseconds.toFixed(0)} ms</span>
      </div>
      {told.length > 0 && <ul class="headers">{told.map(([name, value]) => <li><code>{name}: {value}</code></li>)}</ul>}
      {answer.text && <Json text={pretty(answer.text)} label={label} />}
    </div>
  );
}
