/** Things that share their fortune, such as the deployments of one day. */
export interface Cluster {
  readonly size: number;
  /** How many of them have the property. */
  readonly having: number;
}

/**
 * By how much the variance of a share grows since what it is taken of comes in clusters (J. N. K. Rao and A. J. Scott, Biometrics 48,
 * 1992): so many observations say no more than one that stands alone. At least 1, which is also the answer where nothing varies, and, up
 * to rounding, where every cluster has one member.
 */
export function designEffect(clusters: readonly Cluster[]): number {
  const size = clusters.reduce((sum, cluster) => sum + cluster.size, 0);
  const share = clusters.reduce((sum, cluster) => sum + cluster.having, 0) / size;
  const variance = (share * (1 - share) * size) / (size - 1);
  const filled = clusters.filter((cluster) => cluster.size > 0).length;
  if (filled < 2 || !(variance > 0)) return 1;
  const squares = clusters.reduce((sum, cluster) => sum + (cluster.having - cluster.size * share) ** 2, 0);
  return Math.max(1, (squares / (size * variance)) * (filled / (filled - 1)));
}
