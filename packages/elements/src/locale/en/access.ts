import './account.js';
import { addEnglish } from './texts.js';

/** Texts of asking for access. */
export const accessTexts = addEnglish({
  'access.title': 'Become a customer',
  'access.hint': 'Write how to reach you: we reply, and open your prices.',
  'access.name': 'Your name',
  'access.nameMissing': 'A name, please.',
  'access.contact': 'Phone or e-mail',
  'access.contactWrong': 'A phone number or an e-mail, please.',
  'access.message': 'Company, and what you need',
  'access.send': 'Ask for access',
  'access.tooMany': 'We have your requests already. Try again in an hour, or call us.',
  'access.done': 'Your request has arrived',
  'access.doneHint': 'We will answer to {contact}.',
});
