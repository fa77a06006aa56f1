/** How Chinese texts write what is told in a row. */
import type { RowRules } from '../descriptions.ts';

export const ROWS: RowRules = {
  rows: [
    {
      pattern:
        /(?<=^|[在就于将围绕展开加强推进深化涉及包括涵盖聚焦加速，：])(?<thing>[^，。；：“”、在就]{2,20}?(?:、[^，。；：“”、]{2,20}?)+?)(?=等|领域|方面|上?开展|深化|展开|达成|[，。；]|$)/gu,
      means: 'row',
      examples: ['在‹供水、能源›等方面开展合作', '双方将就‹茶业、旅游›达成共识'],
      not: ['在供水方面开展合作', '海棠。'],
    },
  ],
  ofFields: [
    {
      pattern: /^等?[^，。；、]{0,6}?(?:领域|方面|行业|产业)/u,
      means: 'of fields',
      examples: ['‹等方面›开展合作', '‹领域›'],
      not: ['，方面', '等人'],
    },
  ],
  leads: [
    {
      pattern: /^[^、]*(?:围绕|聚焦|涉及|包括|涵盖)(?=[^、]{2,}、)/u,
      means: 'lead',
      examples: ['‹双方将围绕›供水、能源'],
      not: ['供水、能源', '双方将围绕供水'],
    },
  ],
};
