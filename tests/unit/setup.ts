import 'fake-indexeddb/auto';
import { z } from 'zod';

// As in the product: Zod's compiler probes `Function`, which an extension's CSP forbids.
z.config({ jitless: true });
