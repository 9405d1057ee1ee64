/**
 * A made-up organisation to look around in: people, clients and two months of calls, the same on
 * every machine for the same date. Loaded into an empty local database, and nowhere else.
 */
@NullMarked
package io.calllog.local.demo;

import org.jspecify.annotations.NullMarked;
