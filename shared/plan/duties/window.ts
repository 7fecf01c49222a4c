/** One occurrence of a duty: from when on it counts, and the last day on which it is in time. yyyy-MM-dd, both inside. */
export interface Window {
  readonly from: string;
  readonly until: string;
  /** 3月, 1季度, 国庆节 … */
  readonly label: string;
  /** The last working day in it: when it should be done at the latest. */
  readonly remind: string;
}
