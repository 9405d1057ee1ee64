import { randomUUID } from 'node:crypto';

/** Where the application is. */
export const baseUrl: string = process.argv[2] ?? 'http://localhost:8080';

/** The password of all accounts. */
export const password = 'correct horse battery staple';

/** An address that nobody has. */
export function uniqueEmail(): string {
  return `${randomUUID()}@calllog.example`;
}
