import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import '../../components/base.css';
import '../../components/sites/sites.css';
import '../../components/customers/customers.css';
import './workbench.css';
import '../../components/handover/handover.css';
import { Workbench } from './Workbench';

// Zod's compiler probes `Function`, which an extension's CSP forbids.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root) createRoot(root).render(<Workbench />);
