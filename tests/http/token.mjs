// Signs tokens by hand, also ones that no honest issuer would.
import { createHmac } from 'node:crypto';

export const secret = 'a secret for scenarios alone, of more than 32 bytes';
const encode = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

export function sign(claims, how = {}) {
  const { alg = 'HS256', key = secret, typ = 'JWT', ...header } = how;
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: 'https://id.example.com', aud: 'shelf', iat: now, exp: now + 600, ...claims };
  for (const name of Object.keys(payload)) if (payload[name] === null) delete payload[name];
  const signed = `${encode({ alg, ...(typ === 'none' ? {} : { typ }), ...header })}.${encode(payload)}`;
  const hash = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' }[alg];
  return `${signed}.${hash ? createHmac(hash, key).update(signed).digest('base64url') : ''}`;
}
