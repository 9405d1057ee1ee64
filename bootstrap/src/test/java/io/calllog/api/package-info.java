/**
 * What tests over HTTP are written with ({@link io.calllog.api.ApiTest}): a client, accounts to
 * sign in with, and the PostgreSQL and Redis behind it all.
 */
@NullMarked
package io.calllog.api;

import org.jspecify.annotations.NullMarked;
