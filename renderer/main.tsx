import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { connect } from './client/connect.ts';

const place = document.getElementById('root');
if (place === null) throw new Error('the page has no root');

createRoot(place).render(<App client={await connect()} />);
