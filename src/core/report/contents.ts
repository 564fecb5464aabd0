export { emptyTakeawaySections, findTakeaways } from './takeaways';
export { findTalks } from './talks';
