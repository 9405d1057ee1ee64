/** A data set of millions of calls that the application takes for its own. */
package io.calllog.load.data;
