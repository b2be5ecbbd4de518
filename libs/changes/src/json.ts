/** Any value of a field. Told here, so that browsers can have this library without what needs Node. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
