/** Faults of the gateway that pass: nothing that is asked meanwhile may be lost or answered twice. */
import type { LocalDiscord } from '../../../tests/local-discord/start-local-discord.ts';
import { type Fault, REQUEST } from './fault.ts';

/** A fault of the gateway while an answer is on its way, and a question after it. */
const onGateway = (name: string, strike: (discord: LocalDiscord) => void): Fault => ({
  name,
  exit: null,
  run: async ({ discord, viaCommand, viaMention }) => {
    discord.fault({ match: REQUEST.edit, delayMs: 300 });
    const underWay = viaCommand();
    const next = Promise.race([discord.gateway.nextIdentify(), discord.gateway.nextResume()]);
    strike(discord);
    await underWay;
    await next;
    await viaMention();
  },
});

export const GATEWAY_FAULTS: readonly Fault[] = [
  onGateway('socket dropped while answering', ({ gateway }) => gateway.drop()),
  {
    name: 'question asked while the socket is away',
    exit: null,
    run: async ({ discord, viaMention }) => {
      discord.gateway.drop();
      await viaMention();
    },
  },
  onGateway('session invalidated (op 9 false)', ({ gateway }) => gateway.invalidate(false)),
  onGateway('session to be resumed (op 9 true)', ({ gateway }) => gateway.invalidate(true)),
  onGateway('asked to reconnect (op 7)', ({ gateway }) => gateway.reconnect()),
  ...[4000, 4001, 4002, 4003, 4007, 4008, 4009].map((code) =>
    onGateway(`close code ${code}`, ({ gateway }) => gateway.drop(code)),
  ),
  {
    name: 'malformed interaction',
    exit: null,
    run: async ({ discord, viaCommand }) => {
      discord.gateway.sendRawEvent('INTERACTION_CREATE', { id: '1', type: 2, token: 'x' });
      discord.gateway.sendRawEvent('INTERACTION_CREATE', {});
      await viaCommand();
    },
  },
  {
    name: 'same interaction twice',
    exit: null,
    run: async ({ discord, viaCommand }) => {
      const asked = viaCommand();
      const [latest] = discord.interactions().slice(-1);
      discord.gateway.sendRawEvent('INTERACTION_CREATE', latest?.payload);
      await asked;
    },
  },
  {
    name: 'same message twice',
    exit: null,
    run: async ({ discord, viaMention }) => {
      const asked = viaMention();
      const [latest] = discord.messagesIn().slice(-1);
      discord.gateway.sendRawEvent('MESSAGE_CREATE', { ...latest, guild_id: discord.guild.id });
      await asked;
    },
  },
];
