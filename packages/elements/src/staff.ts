export { KontorExchangeJournal } from './components/exchange-journal/exchange-journal.js';
