// What /api/$access says to the caller: each verb's verdict, and the rule that decided.
import { useEffect, useState } from 'preact/hooks';
import type { Caller } from '../shared/client';
import { Failure } from '../shared/parts';
import type { Entity } from './model';
import { type Verdict, verdict } from './rows';

const kKinds: Record<string, [string, string]> = {
  true: ['good', 'yes'],
  false: ['bad', 'no'],
  'by row': ['warn', 'by row'],
  'by new row': ['warn', 'by new row'],
};

export function VerdictTag({ allowed }: { allowed: boolean | string }) {
  const [kind, word] = kKinds[String(allowed)] ?? ['', String(allowed)];
  return <span class={`tag ${kind}`}>{word}</span>;
}

export function Verdicts(props: { entity: Entity; id: string; caller: Caller; verbs: string[] }) {
  return (
    <ul class="verdicts">
      {props.verbs.map((verb) => <VerdictOf key={verb} {...props} verb={verb} />)}
    </ul>
  );
}

function VerdictOf({ entity, id, caller, verb }: { entity: Entity; id: string; caller: Caller; verb: string }) {
  const [told, setTold] = useState<Verdict | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let current = true;
    verdict(verb, entity.resource, id, caller).then(
      (answer) => current && (setTold(answer), setError(null)),
      (failure) => current && (setTold(null), setError(failure)),
    );
    return () => void (current = false);
  }, [entity, id, caller, verb]);
  const masked = told?.fields?.filter((field) => field.allowed !== true) ?? [];
  return (
    <li>
      <div class="row">
        <b class="verb">{verb}</b>
        {told && <VerdictTag allowed={told.allowed} />}
        {told?.reason && <span class="small muted">{told.reason}</span>}
      </div>
      {error !== null && <Failure error={error} />}
      {told?.rules?.map((rule) => (
        <div class="rule">
          <span class={`tag ${rule.when === 'holds' ? (rule.effect === 'deny' ? 'bad' : 'good') : rule.when === 'fails' ? '' : 'warn'}`}>
            {rule.when}
          </span>
          <span>
            <code>{rule.rule ?? `@${rule.effect}`}</code>
            {rule.line !== undefined && <span class="small muted"> line {rule.line}</span>}
          </span>
        </div>
      ))}
      {masked.length > 0 && told?.allowed !== false && (
        <div class="masked small">
          <span class="muted">Fields:</span>
          {masked.map((field) => <span class="row">{field.field} <VerdictTag allowed={field.allowed} /></span>)}
        </div>
      )}
    </li>
  );
}
