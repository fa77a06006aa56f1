/** Faults at the start. */
import { REQUEST, type StartFault } from './fault.ts';

export const START_FAULTS: readonly StartFault[] = [
  { name: 'Discord down at start', exit: 1, plant: (discord) => discord.stop() },
  {
    name: '500 × 4 at start',
    exit: null,
    plant: ({ fault }) => fault({ match: REQUEST.gateway, status: 500, times: 4 }),
  },
  {
    name: '500 × 5 at start',
    exit: 1,
    plant: ({ fault }) => fault({ match: REQUEST.gateway, status: 500, times: 5 }),
  },
  { name: '401 at start', exit: 1, plant: ({ fault }) => fault({ match: REQUEST.gateway, status: 401 }) },
  ...[4004, 4014].map(
    (code): StartFault => ({
      name: `close code ${code} at start`,
      exit: 1,
      plant: ({ gateway }) => {
        gateway.faults.failIdentify = code;
      },
    }),
  ),
  {
    name: 'gateway refuses WebSockets',
    exit: 1,
    plant: ({ gateway }) => {
      gateway.faults.refuseUpgrades = true;
    },
  },
];
