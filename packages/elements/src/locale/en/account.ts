import './shared.js';
import { addEnglish } from './texts.js';

/** Texts of signing in, of the account, of places and managers. */
export const accountTexts = addEnglish({
  'manager.chat': 'Chat',
  'signIn.title': 'Sign in',
  'signIn.email': 'E-mail',
  'signIn.password': 'Password',
  'signIn.showPassword': 'Show the password',
  'signIn.forgotten': 'Forgot the password?',
  'signIn.emailFirst': 'Write your e-mail above: the link goes there.',
  'signIn.incomplete': 'E-mail and password, please.',
  'signIn.resetSent': 'If {email} is known here, a link to a new password is on its way.',
  'signIn.as': 'You are signed in as {name}.',
  'signIn.out': 'Sign out',
  'account.title': 'Account',
  'account.buyFor': 'Buy for',
  'role.owner': 'owner',
  'role.buyer': 'buyer',
  'role.requester': 'requester',
  'role.approver': 'approver',
  'role.accountant': 'accountant',
  'role.viewer': 'viewer',
  'manager.title': 'Your manager',
  'manager.write': 'Write',
  'manager.callMe': 'Call me',
  'location.choose': 'Where to?',
  'location.title': 'Place of delivery',
  'location.country': 'Country',
  'location.city': 'City',
  'location.set': 'Deliver here',
  'location.forget': 'Forget it',
});
