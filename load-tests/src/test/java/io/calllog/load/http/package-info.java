/** Load tests of a running system over HTTP, with Gatling. */
package io.calllog.load.http;
