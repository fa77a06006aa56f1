/** The settings of the page: where it listens, and who may see and do what there. */
import { isIPv4, isIPv6 } from 'node:net';

export interface WebConfig {
  /** Whether the bot serves the page, too. */
  readonly isOnInBot: boolean;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Whoever has it may steer; empty where nobody may. */
  readonly token: string;
  /** Names under which a proxy passes requests on. */
  readonly hosts: readonly string[];
  /** Whether everybody who reaches the page may ask and read, signed in or not. */
  readonly isOpen: boolean;
  /** Server whose articles and questions are seen once signed in; null for what all servers see. */
  readonly server: string | null;
}

const DEFAULT_ADDRESS = '127.0.0.1:8080';
/** A hundred years of a thousand guesses a second leave a token of sixteen random letters alone. */
const MIN_TOKEN = 16;
const ADDRESS = /^(?:(?:\[([\da-f:.]+)\]|([\w.-]+)):)?(\d{1,5})$/i;

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/** `expect` notes a problem where a value is there and not valid. */
export function parseWeb(
  read: (name: string) => string,
  expect: (name: string, value: string, valid: boolean, expected: string) => void,
): WebConfig {
  const address = read('WEB');
  const [, six, name, number] = ADDRESS.exec(address || DEFAULT_ADDRESS) ?? [];
  const isAddress = number !== undefined && Number(number) < 65_536 && (six === undefined || isIPv6(six));
  expect('WEB', address, isAddress, 'host:port, such as 127.0.0.1:8080');
  const host = six ?? name ?? '127.0.0.1';
  const token = read('WEB_TOKEN');
  const isLong = token.length >= MIN_TOKEN && /^[!-~]+$/.test(token);
  expect('WEB_TOKEN', token, isLong, `at least ${MIN_TOKEN} letters and digits without a space`);
  const hosts = read('WEB_HOSTS').toLowerCase();
  expect(
    'WEB_HOSTS',
    hosts,
    /^[\w.-]+(?:[\s,]+[\w.-]+)*$/.test(hosts),
    'names such as answers.example.org, with commas between them',
  );
  const open = read('WEB_OPEN');
  expect('WEB_OPEN', open, /^[01]$/.test(open), '1 or 0');
  const server = read('WEB_SERVER');
  expect('WEB_SERVER', server, /^\d{17,20}$/.test(server), 'a server id of 17 to 20 digits');
  const isReached = !isLoopback(host) || hosts !== '';
  if (isAddress)
    expect(
      'WEB',
      address || DEFAULT_ADDRESS,
      !isReached || token !== '',
      'WEB_TOKEN beside what others reach',
    );
  return {
    isOnInBot: address !== '',
    host,
    port: Number(number ?? 0),
    token,
    hosts: hosts.split(/[\s,]+/).filter((one) => one !== ''),
    isOpen: open === '' ? !isReached : open === '1',
    server: server || null,
  };
}
