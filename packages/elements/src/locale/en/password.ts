import './account.js';
import { addEnglish } from './texts.js';

/** Texts of new passwords and of invitations. */
export const passwordTexts = addEnglish({
  'password.title': 'A new password',
  'password.new': 'New password',
  'password.rule': 'At least {n} characters.',
  'password.set': 'Set the password',
  'password.done': 'The new password is set',
  'password.doneHint': 'You were signed out on all devices. Sign in with the new password.',
  'password.ask': 'Write your e-mail: a link to a new password goes there.',
  'password.send': 'Send the link',
  'invitation.title': 'You are invited',
  'invitation.hint': 'If you sign in here already, give the password that you have. Otherwise choose one.',
  'invitation.name': 'Your name',
  'invitation.incomplete': 'Your name and a password, please.',
  'invitation.accept': 'Accept the invitation',
  'invitation.known': 'Your e-mail has a password here already, and it is another one.',
  'invitation.over': 'This invitation was accepted already, or it is too old. Ask for a new one, or sign in.',
  'invitation.done': 'Welcome, {name}!',
  'invitation.doneFor': 'You order for {company} now.',
});
