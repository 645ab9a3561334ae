import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import '../../components/base.css';
import '../../components/sites/sites.css';
import '../../components/customers/customers.css';
import './workbench.css';
import '../../components/handover/handover.css';
import { moveRuns } from '../../storage/practice-runs';
import { Workbench } from './Workbench';

// Zod's compiler probes `Function`, which an extension's CSP forbids.
z.config({ jitless: true });

// Before a backup is made here: an earlier version kept training runs where no backup reaches.
void moveRuns(localStorage).catch(() => undefined);

const root = document.getElementById('root');
if (root) createRoot(root).render(<Workbench />);
