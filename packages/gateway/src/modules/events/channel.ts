/** What gateways of one database wake each other by. */
export const channel = 'kontor_event';

/** Lock under which events get their places, so that their order is the one of their commits. The trigger of the table has it too. */
export const orderOfEvents = 'kontor_event_seq';
