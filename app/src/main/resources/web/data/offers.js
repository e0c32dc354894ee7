/** Offers of which others than the campaign pay a share. */
import { share } from './numbers.js';

const paidByOthers = ({ offers }) => offers.filter((offer) => offer.co_funded !== undefined);

export const hasPayers = (campaign) => paidByOthers(campaign).length > 0;

/** Such as 'others pay 60 %'; empty where they pay nothing. */
export const payersWords = (offer) => (offer.co_funded === undefined ? '' : `others pay ${share(offer.co_funded)}`);
