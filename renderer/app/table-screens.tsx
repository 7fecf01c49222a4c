/** Stands in for the two grids and the finder until they land. */
export const HouseholdsScreen = () => <p className="opening-note">户</p>;
export const PeopleScreen = () => <p className="opening-note">人</p>;
export const FindBox = () => null;
