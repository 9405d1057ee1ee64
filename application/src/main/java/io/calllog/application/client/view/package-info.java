/** Results of queries about clients. */
@NullMarked
package io.calllog.application.client.view;

import org.jspecify.annotations.NullMarked;
