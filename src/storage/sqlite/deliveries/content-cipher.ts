import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { DeliveryContent } from '../../../projections/delivery-store.ts';

const algorithm = 'aes-256-gcm';
/** A key encrypts one content only, so its nonce need not be random (NIST SP 800-38D §8). */
const nonce = Buffer.alloc(12);
const tagBytes = 16;

/** Encrypts what was delivered: the length of the headers in four bytes, the headers as JSON, the body; then the tag. */
export function encryptContent({ headers, body }: DeliveryContent, key: Uint8Array): Uint8Array {
  const head = Buffer.from(JSON.stringify(headers));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const cipher = createCipheriv(algorithm, key, nonce);
  const parts = [length, head, body].map((part) => cipher.update(part));
  return Buffer.concat([...parts, cipher.final(), cipher.getAuthTag()]);
}

/** Decrypts it; another key, or other bytes, are a defect or damage and lead to an Error. */
export function decryptContent(content: Uint8Array, key: Uint8Array): DeliveryContent {
  const decipher = createDecipheriv(algorithm, key, nonce);
  decipher.setAuthTag(content.subarray(-tagBytes));
  const plain = Buffer.concat([decipher.update(content.subarray(0, -tagBytes)), decipher.final()]);
  const bodyAt = 4 + plain.readUInt32BE(0);
  return { headers: JSON.parse(plain.toString('utf8', 4, bodyAt)), body: plain.subarray(bodyAt) };
}
