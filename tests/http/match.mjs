// Whether a reply's JSON is what a scenario expects.
const kAny = '*';
const kNone = '(none)';
const pattern = (text) => typeof text === 'string' && text.length > 2 && text.startsWith('/') && text.endsWith('/') ? new RegExp(text.slice(1, -1), 's') : null;

export function matchText(found, expected, at) {
  if (expected === kNone) return found === undefined ? [] : [`${at}: expected none, found ${found}`];
  if (found === undefined) return [`${at}: missing, expected ${expected}`];
  const wanted = pattern(expected);
  const fine = expected === kAny || (wanted ? wanted.test(String(found)) : String(found) === expected);
  return fine ? [] : [`${at}: expected ${expected}, found ${found}`];
}

/** Differences, each with its path. `exact`: no members besides the expected ones. */
export function matchJson(found, expected, exact, at = 'body') {
  if (expected === kAny || pattern(expected)) return matchText(typeof found === 'object' ? JSON.stringify(found) : found, expected, at);
  if (Array.isArray(expected)) {
    if (!Array.isArray(found)) return [`${at}: expected a list, found ${JSON.stringify(found)}`];
    const length = found.length === expected.length ? [] : [`${at}: expected ${expected.length} items, found ${found.length}: ${JSON.stringify(found).slice(0, 500)}`];
    return [...length, ...expected.slice(0, found.length).flatMap((each, index) => matchJson(found[index], each, exact, `${at}.${index}`))];
  }
  if (expected !== null && typeof expected === 'object') {
    if (found === null || typeof found !== 'object' || Array.isArray(found)) return [`${at}: expected an object, found ${JSON.stringify(found)}`];
    const more = exact ? Object.keys(found).filter((key) => !(key in expected)).map((key) => `${at}.${key}: unexpected`) : [];
    return [...more, ...Object.entries(expected).flatMap(([key, value]) =>
      value === kNone ? matchText(found[key], kNone, `${at}.${key}`) : matchJson(found[key], value, exact, `${at}.${key}`))];
  }
  return found === expected ? [] : [`${at}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];
}
