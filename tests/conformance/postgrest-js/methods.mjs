// The methods of postgrest-js's builders, read from the type definitions that it publishes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const directory = path.dirname(require.resolve('@supabase/postgrest-js'));
const library = require('@supabase/postgrest-js');
export const classes = ['PostgrestClient', 'PostgrestQueryBuilder', 'PostgrestFilterBuilder', 'PostgrestTransformBuilder',
  'PostgrestBuilder'];

/** "PostgrestFilterBuilder.eq" and so on: every public method that a definition file declares. */
export function declared() {
  const found = new Set();
  for (const name of classes) {
    const text = readFileSync(path.join(directory, `${name}.d.ts`), 'utf8');
    const body = text.slice(text.search(new RegExp(`^export default (abstract )?class ${name}\\b`, 'm')));
    for (const [, method] of body.matchAll(/^ {4}([A-Za-z]\w*)(?:<.*>)?\(/gm)) {
      // Type parameters of several lines open on the method's own line.
      if (method !== 'constructor') found.add(`${name}.${method}`);
    }
    for (const [, method] of body.matchAll(/^ {4}([A-Za-z]\w*)<[^>(]*$/gm)) found.add(`${name}.${method}`);
  }
  return found;
}

/** Records every call of a declared method; returns a function that takes what was called since the last time. */
export function record() {
  const called = new Set();
  for (const name of classes) {
    const prototype = library[name].prototype;
    for (const method of Object.getOwnPropertyNames(prototype)) {
      const original = prototype[method];
      if (method === 'constructor' || typeof original !== 'function') continue;
      prototype[method] = function recorded(...args) {
        // A method of a derived class stands for those that it overrides.
        for (const base of classes)
          if (prototype instanceof library[base] || base === name)
            if (Object.hasOwn(library[base].prototype, method)) called.add(`${base}.${method}`);
        return original.apply(this, args);
      };
    }
  }
  return () => {
    const taken = [...called];
    called.clear();
    return taken;
  };
}

export const { PostgrestClient } = library;
