import { z } from 'zod';
import type { ConfigurableSource } from '../../src/config/yaml/source-yaml.js';

/** A type of source with one setting of its own. */
export const PLAIN: ConfigurableSource = {
  type: 'picky',
  summary: 'A type for tests.',
  settings: z.strictObject({ base_address: z.url({ error: 'an https address' }).optional() }),
};
