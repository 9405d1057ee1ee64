/** Load on a running system, over HTTP, by Gatling. */
package io.calllog.load.http;
